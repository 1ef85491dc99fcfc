import { Component, type ReactNode } from 'react';
import { api } from './api';
import { Button } from './components/Button';
import { useText } from './i18n';

interface Caught {
  readonly failed: boolean;
  readonly reference: string | null;
}

/** A fault while drawing: logged under a number, shown as a fault, with a way back to the same place. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { failed: false, reference: null };

  static getDerivedStateFromError(): Caught {
    return { failed: true, reference: null };
  }

  override componentDidCatch(error: unknown): void {
    void this.tell(error);
  }

  private async tell(error: unknown): Promise<void> {
    const result = await api.call('app.reportError', describe(error));
    this.setState((before) => ({ ...before, reference: result.ok ? result.value.reference : null }));
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <BugPage
        reference={this.state.reference}
        onRetry={() => {
          this.setState({ failed: false, reference: null });
        }}
      />
    );
  }
}

/** Faults outside of drawing (events, promises): only logged; what they were doing stays undone and visible so. */
export function reportStrayErrors(): void {
  window.addEventListener('error', (event) => {
    void api.call('app.reportError', describe(event.error));
  });
  window.addEventListener('unhandledrejection', (event) => {
    void api.call('app.reportError', describe(event.reason));
  });
}

function describe(error: unknown): { readonly message: string; readonly stack: string } {
  return error instanceof Error
    ? { message: error.message.slice(0, 2000), stack: (error.stack ?? '').slice(0, 10_000) }
    : { message: 'something other than an error was thrown', stack: '' };
}

function BugPage({ reference, onRetry }: { readonly reference: string | null; readonly onRetry: () => void }) {
  const t = useText();
  return (
    <main className="page" role="alert">
      <div className="form">
        <h1>{t('common:bug.title')}</h1>
        <p>{t('common:bug.advice')}</p>
        {reference === null ? null : <p className="num">{t('common:bug.reference', { reference })}</p>}
        <div className="btn-row">
          <Button variant="primary" onPress={onRetry}>
            {t('common:bug.retry')}
          </Button>
          <Button onPress={() => void api.call('app.showLog', {})}>{t('common:bug.showLog')}</Button>
        </div>
      </div>
    </main>
  );
}
