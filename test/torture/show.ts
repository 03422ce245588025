// What is seen on the terminal meanwhile: one line that changes, or now and then a line where there is no terminal.

const EVERY_MS = 15_000;
let shownAt = 0;

export function showProgress(text: string, isLast: boolean): void {
  if (process.stdout.isTTY) {
    process.stdout.write(`\r\u001b[K${text}${isLast ? '\n' : ''}`);
    return;
  }
  if (!isLast && Date.now() - shownAt < EVERY_MS) return;
  shownAt = Date.now();
  console.log(text);
}
