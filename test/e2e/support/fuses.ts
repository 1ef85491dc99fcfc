import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

const { DISABLE, ENABLE } = FuseState;

/** Each fuse of the shipped binary, and how it should be. */
export const wantedFuses = {
  RunAsNode: DISABLE,
  EnableNodeOptionsEnvironmentVariable: DISABLE,
  EnableNodeCliInspectArguments: DISABLE,
  GrantFileProtocolExtraPrivileges: DISABLE,
  OnlyLoadAppFromAsar: ENABLE,
  EnableEmbeddedAsarIntegrityValidation: ENABLE,
  EnableCookieEncryption: ENABLE,
} as const satisfies Partial<Record<keyof typeof FuseV1Options, FuseState>>;

/** The same fuses as they are in the binary. */
export async function readFuses(binary: string): Promise<Readonly<Record<string, FuseState | undefined>>> {
  const wire = await getCurrentFuseWire(binary);
  if (wire.version !== FuseVersion.V1) throw new Error(`fuses of another version: ${String(wire.version)}`);
  const names = Object.keys(wantedFuses) as (keyof typeof wantedFuses)[];
  return Object.fromEntries(names.map((name) => [name, wire[FuseV1Options[name]]]));
}
