import type { Bridge } from '@shared/ipc/bridge';

declare global {
  interface Window {
    readonly tarazy: Bridge<File>;
    /** Not among TypeScript's own types yet. What it makes goes only where the browser asks for it, like a text. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ): { createScriptURL(address: string): string };
    };
  }
}
