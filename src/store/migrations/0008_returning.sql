-- Who was erased and joins again gets their row back. Until they confirm there is another one, which they may have
-- erased as well: so two rows may hold one hash, and no row goes that a link in a mail may name.

DROP INDEX subscribers_by_erasure_hash;

CREATE INDEX subscribers_by_erasure_hash ON subscribers (erasure_hash) WHERE erasure_hash IS NOT NULL;
