/** @jsxImportSource hono/jsx */
// The way around the desk, at the top of each of its pages.

export function DeskNav() {
  return (
    <nav>
      <a href="/desk">Desk</a>
      <a href="/desk/outbox">Outbox</a>
      <form method="post" action="/desk/logout">
        <button class="quiet" type="submit">
          Sign out
        </button>
      </form>
    </nav>
  );
}
