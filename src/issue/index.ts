// The one way from reports, or from the issues of a week, to the bytes that approval freezes: for the clock, the API and
// the desk, and for previews. Pure: the same content, words and publication give the same bytes, so a preview of a draft
// shows the very hash that its approval will have.

// Step by step, for a caller that keeps the result of each step; and at once.
export {
  type Composed,
  composeIssue,
  type FreezeProblem,
  type Frozen,
  freezeExample,
  freezeIssue,
  type Prepared,
  prepareReport,
  renderComposed,
} from './build.ts';
// The same for the issues of a week. Which ones they are: week.ts.
export { composeRoundUp, freezeRoundUp } from './round-up.ts';
export { toSlug } from './slug.ts';
