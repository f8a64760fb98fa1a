import { TextAreaField } from '@backstage/ui';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState, type ReactNode } from 'react';
import { missingReason } from './dialogProps';

export interface ReasonDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly onSubmit: (reason: string) => Promise<ReactNode>;
  readonly onClose: () => void;
}

/** Something is taken back, and the log wants to know why. */
export const ReasonDialog = ({
  title,
  submitLabel,
  children,
  onSubmit,
  onClose,
}: ReasonDialogProps) => {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      missing={missingReason(reason)}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      <div>{children}</div>
      <TextAreaField label="Reason" value={reason} onChange={setReason} isRequired />
    </FormDialog>
  );
};
