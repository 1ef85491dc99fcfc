import { useEffect, useState, type RefObject } from 'react';

/** Numbers of the pages (children of `box`, each with its number in `data-page`) that are seen or one screen away. */
export function useNearPages(box: RefObject<HTMLElement | null>, isLaidOut: boolean): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const root = box.current;
    if (root === null || !isLaidOut) return;
    const watch = new IntersectionObserver(
      (entries) => {
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const page = Number(target.getAttribute('data-page'));
            if (isIntersecting) after.add(page);
            else after.delete(page);
          }
          return after;
        });
      },
      { root, rootMargin: '100% 0px' },
    );
    for (const page of root.children) watch.observe(page);
    return () => {
      watch.disconnect();
    };
  }, [box, isLaidOut]);
  return near;
}
