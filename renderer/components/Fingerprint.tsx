import { fingerprintText } from '@shared/domain/fingerprint';

/** Eight groups of four, two rows: as on paper, so that it is compared group by group. */
export function Fingerprint({ sha256, label }: { readonly sha256: string; readonly label: string }) {
  const text = fingerprintText(sha256);
  return (
    <p className="fingerprint" role="group" aria-label={`${label}: ${text}`}>
      {text.split('-').map((group, index) => (
        // Groups may repeat, their place does not.
        <span key={`${String(index)}${group}`}>{group}</span>
      ))}
    </p>
  );
}
