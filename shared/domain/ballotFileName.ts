/** Signs that some file system refuses, and control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;

/** Any text as part of a file name on every system: at most 60 characters, never empty. */
function fileNamePart(text: string): string {
  const clean = [...text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ')].slice(0, 60).join('');
  return clean.replace(/^[ .]+|[ .]+$/gu, '') || 'Tarazy';
}

/** What a juror's file is called unless the juror says otherwise; corrections carry their number. */
export function returnedFileName(juror: string, round: string, sequence: number): string {
  const correction = sequence > 1 ? ` (${sequence})` : '';
  return `${fileNamePart(juror)} — ${fileNamePart(round)}${correction}.tscores`;
}

/** The package for a juror; a re-issue carries its revision. */
export function packageFileName(juror: string, round: string, revision: number): string {
  const again = revision > 1 ? ` (${revision})` : '';
  return `${fileNamePart(juror)} — ${fileNamePart(round)}${again}.tballot`;
}
