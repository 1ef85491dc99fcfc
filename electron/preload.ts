import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Bridge } from '@shared/ipc/bridge';

/** The page's only door. It knows no calls by name: the main process accepts those of the contract and refuses the rest. */
const bridge: Bridge<File> = {
  call: (name, input) => ipcRenderer.invoke(`call:${name}`, input),
  on: (name, listener) => {
    // The event object itself stays here: it would hand the page ipcRenderer.
    const relay = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(`event:${name}`, relay);
    return () => void ipcRenderer.off(`event:${name}`, relay);
  },
  drop: (files) =>
    ipcRenderer.invoke(
      'files:dropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
};

contextBridge.exposeInMainWorld('tarazy', bridge);
