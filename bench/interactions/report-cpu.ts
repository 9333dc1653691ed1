/** Loaded before a bot: tells whoever started it how much processor time it has used, when asked, and ends with them. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
