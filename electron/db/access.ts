import { keyRoles, type AccessKey, type KeyRole } from '@shared/model/snapshot';
import type { Db } from './open';
import { rows, sql, text } from './sql';

/**
 * Which keys open the contest's file, since when, and whether the recovery code was ever tried from paper. Read from
 * the log: the slots in the file's head carry no dates, and every change of a slot is written together with its line.
 */
export function readAccess(db: Db): readonly AccessKey[] {
  const keys = new Map<KeyRole, AccessKey>();
  const replace = (role: KeyRole, since: string) => keys.set(role, { role, since, triedAt: null });
  const lines = rows(
    db,
    sql`select json_extract(bytes, '$.action') as action, json_extract(bytes, '$.at') as at,
               coalesce(json_extract(bytes, '$.details.role'), '') as role,
               coalesce(json_extract(bytes, '$.details.keys'), '') as keys
        from log
        where json_extract(bytes, '$.action') in
              ('contest_created', 'password_changed', 'recovery_renewed', 'recovery_tried', 'chair_removed', 'key_changed')
        order by seq`,
  );
  for (const r of lines) {
    const at = text(r, 'at');
    switch (text(r, 'action')) {
      case 'contest_created':
        // The demo's were thrown away when it was made.
        if (text(r, 'keys') === 'none') break;
        replace('secretary', at);
        replace('recovery', at);
        break;
      case 'password_changed':
        replace(text(r, 'role') === 'chair' ? 'chair' : 'secretary', at);
        break;
      case 'recovery_renewed':
        replace('recovery', at);
        break;
      case 'key_changed':
        for (const role of keys.keys()) replace(role, at);
        break;
      case 'chair_removed':
        keys.delete('chair');
        break;
      default: {
        const key = keys.get('recovery');
        if (key !== undefined) keys.set('recovery', { ...key, triedAt: at });
      }
    }
  }
  return keyRoles.flatMap((role) => keys.get(role) ?? []);
}
