import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Bridge } from '@shared/ipc/bridge';

let answering: Promise<unknown> | undefined;

/** The page is up before the main process has read all that answers it: the first call asks for that and waits. */
const whenAnswered = () => (answering ??= ipcRenderer.invoke('answering'));

const pathsOf = (files: readonly File[]) => files.map((file) => webUtils.getPathForFile(file));

/** The page's only door. It knows no calls by name: the main process accepts those of the contract and refuses the rest. */
const bridge: Bridge<File> = {
  call: async (name, input) => {
    await whenAnswered();
    return ipcRenderer.invoke(`call:${name}`, input);
  },
  on: (name, listener) => {
    // The event object itself stays here: it would hand the page ipcRenderer.
    const relay = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(`event:${name}`, relay);
    return () => void ipcRenderer.off(`event:${name}`, relay);
  },
  drop: async (files) => {
    const paths = pathsOf(files);
    await whenAnswered();
    return ipcRenderer.invoke('files:dropped', paths);
  },
  dropOnNominee: async (files) => {
    const paths = pathsOf(files);
    await whenAnswered();
    return ipcRenderer.invoke('files:droppedOnNominee', paths);
  },
};

contextBridge.exposeInMainWorld('tarazy', bridge);
