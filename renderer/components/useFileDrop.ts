import { useState, type DragEvent } from 'react';

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Makes an element take files that are dragged onto it, and shows that it would. Nothing when there is nobody to take them. */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | undefined) {
  const [isOver, setOver] = useState(false);
  if (onFiles === undefined) return {};
  return {
    ...(isOver ? { 'data-drop-target': true } : {}),
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      // Going over to a part of the element is not leaving it.
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      // The window takes files too, those that nobody took before.
      event.preventDefault();
      onFiles(files);
    },
  };
}
