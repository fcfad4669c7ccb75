/** What goes to the clipboard: for Word and Outlook, and for whatever takes plain text alone. */
export interface Copied {
  html: string;
  text: string;
}

/**
 * Puts something on the clipboard. The page may write there while the person does something, and read nothing.
 * Gives false where it could not.
 */
export function putOnClipboard({ html, text }: Copied): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}
