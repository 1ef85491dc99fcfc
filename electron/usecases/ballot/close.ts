import type { Desk } from '../context';

/** Everything is on disk already; this gives the file back. */
export async function closeBallot(desk: Desk): Promise<void> {
  const session = desk.ballot;
  desk.ballot = null;
  await session?.close();
}
