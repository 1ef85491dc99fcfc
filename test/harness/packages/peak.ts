/** The most memory that this process has had so far, in MiB; libuv gives KiB on every system. */
export const peakMiB = (): number => process.resourceUsage().maxRSS / 1024;
