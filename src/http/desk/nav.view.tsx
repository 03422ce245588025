/** @jsxImportSource hono/jsx */
// The navigation at the top of each page of the desk.

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
