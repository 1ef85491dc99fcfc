/** Signs that some file system refuses, and control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;

/** Any text as part of a file name on every system: at most 60 characters, never empty. */
function fileNamePart(text: string): string {
  const clean = [...text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ')].slice(0, 60).join('');
  return clean.replace(/^[ .]+|[ .]+$/gu, '') || 'Tarazy';
}

/**
 * Jurors are numbered in file names, not named: names of files stand in lists of recent files, in mails and on sticks.
 */
const jurorPart = (juror: number): string => `${juror}-қазы`;

/** What a juror's file is called unless the juror says otherwise; corrections carry their number. */
export function returnedFileName(juror: number, round: string, sequence: number): string {
  const correction = sequence > 1 ? ` (${sequence})` : '';
  return `${jurorPart(juror)} — ${fileNamePart(round)}${correction}.tscores`;
}

/** The package for a juror; a re-issue carries its revision. */
export function packageFileName(juror: number, round: string, revision: number): string {
  const again = revision > 1 ? ` (${revision})` : '';
  return `${jurorPart(juror)} — ${fileNamePart(round)}${again}.tballot`;
}
