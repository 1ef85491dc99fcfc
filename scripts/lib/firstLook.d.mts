import type { Plugin } from 'vite';

export function firstLook(root: string): Plugin;
