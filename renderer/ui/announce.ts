let say: (words: string) => void = () => undefined;

/** Says something to those who listen rather than look, politely: after what is being read out. */
export function announce(words: string): void {
  say(words);
}

/** The live region takes the word. There is one in the app. */
export function onAnnounce(listener: (words: string) => void): void {
  say = listener;
}
