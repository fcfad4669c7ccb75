const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A moment as people say it: "Today 09:14", "Yesterday 16:02", "31 October 2026". */
export function dayAndTime(moment: string, now: Date): string {
  const day = dayName(moment, now);
  return day === 'Today' || day === 'Yesterday' ? `${day} ${time(moment)}` : day;
}

/** The day of a moment: "Today", "Yesterday", "31 October 2026". */
export function dayName(moment: string | number, now: Date): string {
  const when = new Date(moment);
  const days = Math.round((startOfDay(now) - startOfDay(when)) / 86_400_000);
  return ['Today', 'Yesterday'][days] ?? dayFormat.format(when);
}

/** "14:05" */
export function time(moment: string | number): string {
  return timeFormat.format(new Date(moment));
}

/** In the middle of a sentence: "today 09:14". */
export function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** "1 action", "3 actions". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** Today where the person is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function startOfDay(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
