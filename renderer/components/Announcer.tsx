import { useEffect, useRef, type RefObject } from 'react';

/*
 * What happened elsewhere than where the focus is, said to a screen reader. A live region that comes into the page
 * together with its words is not read by most screen readers; this one is there before anything happens. Every sentence is
 * a line of its own, so that it is read once, and read again when it happens again.
 */

/** By then it has been read, and must not be found by somebody who walks through the page. */
const keptFor = 7000;

let region: HTMLElement | null = null;

/** Has `text` read out after what is being read. */
function announce(text: string): void {
  if (region === null || text === '') return;
  const line = document.createElement('span');
  // A label, as react-aria has it in its own announcer: whoever searches the page's text must not find everything twice.
  line.setAttribute('role', 'img');
  line.setAttribute('aria-label', text);
  region.append(line);
  setTimeout(() => {
    line.remove();
  }, keptFor);
}

/** Once, in the application. react-aria hides everything outside an open dialog but what carries this attribute. */
export function Announcer() {
  return (
    <div
      className="vh"
      role="log"
      aria-relevant="additions"
      data-live-announcer="true"
      ref={(node) => {
        region = node;
      }}
    />
  );
}

/** Reads `text` out when it appears and whenever it changes; an empty one is silence. */
export function useAnnouncement(text: string): void {
  useEffect(() => {
    announce(text);
  }, [text]);
}

/** Reads `text` out when `milestone` changes, however often the text itself does. */
export function useMilestone(text: string, milestone: string): void {
  const passed = useRef<string | null>(null);
  useEffect(() => {
    if (passed.current === milestone) return;
    passed.current = milestone;
    announce(text);
  }, [text, milestone]);
}

/** Reads out what an element holds, when it appears and whenever that changes. */
export function useAnnouncedContent(element: RefObject<HTMLElement | null>, isOn: boolean): void {
  const read = useRef('');
  useEffect(() => {
    const text = isOn ? (element.current?.innerText ?? '').replaceAll(/\s+/g, ' ').trim() : '';
    if (text === read.current) return;
    read.current = text;
    announce(text);
  });
}
