/** A file's name out of a person's words: without what Windows does not allow in one, and not endlessly long. */
export function fileName(words: string, otherwise = 'Plan'): string {
  const name = words
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replace(/[. ]+$/, '');
  return name || otherwise;
}
