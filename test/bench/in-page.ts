/**
 * To be put into a page: waits for something to be there; waits until the page has had nothing to do for a
 * quarter of a second (or for ten seconds, on a machine that never rests).
 */
export const waiting = `
  const until = async (condition) => {
    for (const end = performance.now() + 60000; !condition();) {
      if (performance.now() > end) throw new Error('It never came true: ' + condition);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const quiet = async () => {
    let free = 0;
    for (const end = performance.now() + 10000; free < 5 && performance.now() < end;) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      free = performance.now() - start < 60 ? free + 1 : 0;
    }
  };`;

/**
 * To be put into a page: `painted` waits until the page as it is now is painted, and gives how long the page worked until
 * then, in milliseconds. Time in which it did nothing but wait for the screen's next refresh is not work.
 */
export const painting = `
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const painted = async () => {
    let worked = 0;
    let drawn = false;
    requestAnimationFrame(() => { drawn = true; });
    for (let last = performance.now(); ;) {
      const over = drawn;
      await turn();
      const now = performance.now();
      if (now - last > 0.5) worked += now - last;
      if (over) return worked;
      last = now;
    }
  };`;

/**
 * Opens one of the recent plans as a person would. Its value is how long that took, in milliseconds from the click until
 * the plan is laid out, ready for the screen's next refresh.
 */
export const openRecent = (place: number) => `(async () => {
  ${waiting}
  await until(() => document.querySelectorAll('main li').length > ${place});
  await quiet();
  const shown = new Promise((resolve) => new MutationObserver((_, observer) => {
    if (!document.querySelector('#page h1')) return;
    observer.disconnect();
    resolve();
  }).observe(document.body, { childList: true, subtree: true }));
  const start = performance.now();
  document.querySelectorAll('main li')[${place}].querySelector('button').click();
  await shown;
  document.body.getBoundingClientRect();
  const took = performance.now() - start;
  await quiet();
  return took;
})()`;
