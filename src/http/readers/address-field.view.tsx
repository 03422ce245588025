/** @jsxImportSource hono/jsx */
// The field for an address, with its button beside it and the message about an invalid address above it.

import type { Child } from 'hono/jsx';
import { words } from '../views/words.ts';

export type AddressFieldProps = {
  readonly label: string;
  readonly value: string;
  /** The value was refused. */
  readonly refused: boolean;
  /** The id of the element that explains it. */
  readonly describedBy: string;
  readonly children?: Child;
};

export function AddressField({ label, value, refused, describedBy, children }: AddressFieldProps) {
  return (
    <>
      {refused && (
        <p id="bad-address" role="alert">
          {words.join.badAddress}
        </p>
      )}
      <p class="field">
        <label for="email">{label}</label>
        <input
          id="email"
          name="email"
          type="email"
          required
          dir="ltr"
          autocomplete="email"
          maxlength={254}
          value={value}
          aria-invalid={refused ? 'true' : undefined}
          aria-describedby={refused ? `bad-address ${describedBy}` : describedBy}
        />
        {children}
      </p>
    </>
  );
}
