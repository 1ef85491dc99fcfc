/*
 * The tests that look into the main process. The fuses of the shipped binary shut that door (no --inspect, no
 * NODE_OPTIONS, no other code than its asar), and the application has no hook that would open another; so these run in
 * the development build alone, of the same bundle. Everything else runs in both.
 */
const insideOnly: readonly { readonly why: string; readonly titles: readonly string[] }[] = [
  {
    why: 'only the main process knows with which preferences its window and session were made',
    titles: [
      'sandbox, isolation and the other preferences of the window are on',
      'developer tools do not open',
      'the window opens at 1280 × 800 and cannot be made smaller than 960 × 600',
      'the spelling checker, whose dictionaries come from the network, is off',
      'no name is looked up',
      'a webview element is an unknown element',
    ],
  },
  {
    why: 'the zoom of 200 % and the size of the window itself are set from the main process',
    titles: [
      'a new contest',
      'the demo contest',
      'a ballot',
      'the seal and the results',
      'a vote, and a nominee’s file',
      'a ballot that was issued again',
      'a region’s result',
      'grants, and a decision above the rules',
    ].flatMap((walk) => ['kk', 'ru', 'en'].map((language) => `no screen has a fault: ${language} ${walk}`)),
  },
  {
    why: 'the native menu, the place of the window and the message for an unexpected error are the main process’s own',
    titles: [
      'leads to each place of the open contest and ticks it',
      'writes the work to the file',
      'speaks the interface’s language at once, and follows the theme',
      'prints what is open',
      'offers nothing that leads away while a dialog waits',
      'leads nowhere while a new recovery code is shown, which exists nowhere else',
      'another file waits until the open contest is closed',
      'closes the contest, and opens it from the recent files',
      'starts a new contest, and opens a file that is asked for',
      'takes missing files off the list, on the start screen too',
      'tells the system what was opened',
      'comes back where it was left, and a broken file of that is no obstacle',
      'a second start brings the window to the front',
      'an error in the main process: log, report, and then the work goes on',
      'a rejection that nobody handled: the application starts again, after everything is written',
      'the desk’s thread dies: nothing can go on, and the window itself says so too',
      'the page’s process crashes: once it comes back by itself, twice the message comes',
    ],
  },
  {
    why: 'sleep, an idle computer and the menu’s shortcut are the system’s to give; the main process hears them in its stead',
    titles: [
      'the menu locks, and offers nothing behind the lock',
      'when the computer goes to sleep, unless the user has switched that off',
      'when nobody has touched the computer for the chosen time',
      'closing the locked window writes the file first',
    ],
  },
  {
    why: 'only the main process can list the channels that it answers',
    titles: ['the main process answers the calls of the contract, dropped files, and nothing else'],
  },
  {
    why: 'an attacker who already has a window or a request of the main process’s own is played from there',
    titles: [
      'no request reaches a server, from the page or from behind the content security policy',
      'the page cannot write a file by a download',
      'a sender from another origin is refused, though it has the preload',
      'a second window of the application’s own origin is refused too',
      'serves the files of the page and nothing else',
      'files of the machine cannot be read',
    ],
  },
];

const insideOnlyTitles = insideOnly.flatMap(({ titles }) => titles);

/** Playwright matches it against the whole path of a test, which ends with its title. */
export const insideOnlyTest = new RegExp(
  `(?:${insideOnlyTitles.map((title) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`,
);
