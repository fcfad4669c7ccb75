// Loaded before each task: an error that was meant to be read is shown without the place in the code that it came from.
process.on('uncaughtException', (error) => {
  console.error(error?.constructor === Error ? error.message : error);
  process.exit(1);
});
