import '@fontsource-variable/inter/opsz.css';
import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { reportStrayErrors } from './ErrorBoundary';
import { startTexts } from './i18n';
import { installAriaStrings } from './locale/ariaStrings';
import { listenToVault } from './stores/contest';
import { listenToLock } from './stores/lock';
import { listenToMenu } from './stores/menu';
import { beginSession, startSession } from './stores/session';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await startTexts(beginSession().language);
listenToVault();
listenToLock();
listenToMenu();
installAriaStrings();
reportStrayErrors();

// Only while developing: the build leaves this branch and all that it loads out.
const isGallery = import.meta.env.DEV && location.hash.startsWith('#gallery');
const { Gallery } = isGallery ? await import('./screens/gallery/Gallery') : { Gallery: null };
// What the page came with is drawn anew, and answers from here on.
root.inert = false;
createRoot(root).render(Gallery === null ? <App /> : <Gallery />);
await startSession();
