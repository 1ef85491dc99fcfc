import { useSnapshot } from '../../stores/contest';
import { useSetupDrafts } from '../../stores/setup';

/** Ballots are out, and nobody has said why the rules should change nevertheless. */
export function useLocked(): boolean {
  const { contest } = useSnapshot();
  const amending = useSetupDrafts((s) => s.amending);
  return contest.locked && amending === null;
}
