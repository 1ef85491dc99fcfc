import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

const Host = createContext<HTMLElement | null>(null);
export const PanelHost = Host.Provider;

/** Draws into the panel at the right of the page: the tabs stay mounted, and keep the focus, while panels change. */
export function InPanel({ children }: { readonly children: ReactNode }) {
  const host = useContext(Host);
  return host === null ? null : createPortal(children, host);
}
