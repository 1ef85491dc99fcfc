import type { Harness } from './lib/harness';

export const channels: Harness = {
  name: 'channels',
  numbers: [12],
  title: 'every channel to the main process: from a sender that is not the page, and with input that is none',
  application: true,
  run: async (job) => {
    // What drives the application is loaded only where it runs.
    const { tryChannels } = await import('./channels/attempts');
    return tryChannels(job);
  },
};
