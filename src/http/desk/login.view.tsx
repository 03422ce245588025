/** @jsxImportSource hono/jsx */
// Where an editor signs in.

import { Layout } from '../views/layout.tsx';

export type LoginProps = { readonly local: boolean; readonly refused?: boolean };

export function LoginPage({ local, refused = false }: LoginProps) {
  return (
    <Layout title="Sign in">
      <h1>The desk</h1>
      {refused && <p role="alert">That is not the editor token.</p>}
      <form method="post">
        <p>
          <label for="token">Editor token</label>
          <br />
          <input id="token" name="token" type="password" required autocomplete="current-password" />
        </p>
        {local && (
          <p class="quiet">
            In a local copy the token is <code>dev</code>, unless you set another one.
          </p>
        )}
        <button type="submit">Sign in</button>
      </form>
    </Layout>
  );
}
