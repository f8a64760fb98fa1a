import { Alert, Button, Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { failureOf, type Failure } from '../ask/failureOf';
import styles from './FormDialog.module.css';

export interface FormDialogProps {
  readonly title: string;
  /** The verb of the button that sends it: "Tell them", "Request". */
  readonly submitLabel: string;
  readonly tone?: 'normal' | 'destructive';
  /** Why it cannot be sent yet, in words. */
  readonly missing?: string | undefined;
  /** Sends it. What it returns is shown as the confirmation; what it throws is shown, and nothing entered is lost. */
  readonly onSubmit: () => Promise<ReactNode>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

type State =
  | { readonly step: 'filling'; readonly failure?: Failure }
  | { readonly step: 'sending' }
  | { readonly step: 'done'; readonly confirmation: ReactNode };

/** A form over the page. A press outside does not close it, for a reason that was typed would be lost. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, submitLabel, tone = 'normal', missing, onSubmit, onClose, children } = props;
  const [state, setState] = useState<State>({ step: 'filling' });
  const form = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (missing !== undefined || state.step === 'sending') return;
    setState({ step: 'sending' });
    try {
      setState({ step: 'done', confirmation: await onSubmit() });
    } catch (error) {
      setState({ step: 'filling', failure: failureOf(error) });
    }
  };
  const isDone = state.step === 'done';
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width="min(36rem, calc(100vw - 2rem))"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        {isDone && (
          <div role="status">
            <Alert status="success" icon title="Done" description={state.confirmation} />
          </div>
        )}
        {/* Stays while it is sent: whatever fails, what was entered is still there. */}
        <form id={form} onSubmit={send} className={styles.form} hidden={isDone}>
          {children}
          {state.step === 'filling' && state.failure !== undefined && (
            <div role="alert">
              <Alert
                status="danger"
                icon
                title={titleOf(state.failure)}
                description={state.failure.message}
              />
            </div>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        {!isDone && missing !== undefined && (
          <span id={`${form}-missing`} className={styles.missing}>
            {missing}
          </span>
        )}
        <Button variant={isDone ? 'primary' : 'secondary'} onPress={onClose}>
          {isDone ? 'Close' : 'Cancel'}
        </Button>
        {!isDone && (
          <Button
            type="submit"
            form={form}
            variant="primary"
            destructive={tone === 'destructive'}
            isPending={state.step === 'sending'}
            isDisabled={missing !== undefined}
            {...(missing !== undefined && { 'aria-describedby': `${form}-missing` })}
          >
            {submitLabel}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
};

function titleOf({ code }: Failure): string {
  return code === undefined ? 'Not done' : `Not done (${code})`;
}
