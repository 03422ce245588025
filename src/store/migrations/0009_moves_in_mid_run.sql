-- A change of address in the middle of a run: the activation with which the new address came in. A run that began
-- before it, and has not come to the old row yet, finds its reader under the new address. Empty where the new address
-- was in before, since it may have the issue already.

ALTER TABLE subscribers ADD COLUMN moved_after INTEGER;
