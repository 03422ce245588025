/** @jsxImportSource hono/jsx */
// Signing in with the editor token, and signing out.

import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { readForm } from '../form.ts';
import { isEditorToken } from '../guards.ts';
import { LOGIN_PATH, readNext, signIn, signOut } from '../session.ts';
import { LoginPage } from './login.view.tsx';

export const showLogin = (deps: Deps, c: Context) => c.html(<LoginPage local={deps.config.local} />);

export async function login(deps: Deps, c: Context): Promise<Response> {
  const token = (await readForm(c)).read('token').trim();
  if (!(await isEditorToken(c, deps, token)))
    return c.html(<LoginPage local={deps.config.local} refused />, 401);
  await signIn(c, deps);
  return c.redirect(readNext(c), 303);
}

export async function logout(deps: Deps, c: Context): Promise<Response> {
  await signOut(c, deps);
  return c.redirect(LOGIN_PATH, 303);
}
