import { launchDevelopment } from '../../e2e/support/development';
import type { Launched, LaunchOptions } from '../../e2e/support/launched';

/** The application in a window of its own, once the main process answers the page: before that nothing can be asked of it. */
export async function startApplication(userData: string, options: LaunchOptions = {}): Promise<Launched> {
  const launched = await launchDevelopment(userData, options);
  await launched.page.waitForFunction(async () => (await window.tarazy?.call('app.state', {}))?.ok);
  return launched;
}
