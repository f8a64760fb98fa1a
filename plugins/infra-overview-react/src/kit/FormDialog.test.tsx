import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FormDialog } from './FormDialog';

function Opener({ onSubmit, missing }: { onSubmit: () => Promise<string>; missing?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <FormDialog
          title="Tell them"
          submitLabel="Send"
          missing={missing}
          onSubmit={onSubmit}
          onClose={() => setOpen(false)}
        >
          <label>
            Reason
            <input />
          </label>
        </FormDialog>
      )}
    </>
  );
}

it('shows a refusal with its code, and keeps what was entered', async () => {
  const refusal = Object.assign(new Error('409'), {
    body: { error: { message: 'They were told already.', code: 'ALREADY_SENT' } },
  });
  const onSubmit = jest.fn().mockRejectedValueOnce(refusal).mockResolvedValue('They were told.');
  render(<Opener onSubmit={onSubmit} />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  await userEvent.type(screen.getByLabelText('Reason'), 'a new version');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('ALREADY_SENT');
  expect(screen.getByRole('alert')).toHaveTextContent('They were told already.');
  expect(screen.getByLabelText('Reason')).toHaveValue('a new version');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('status')).toHaveTextContent('They were told.');
  expect(onSubmit).toHaveBeenCalledTimes(2);
});

it('holds the focus, closes by Escape and gives the focus back', async () => {
  render(<Opener onSubmit={async () => ''} />);
  const opener = screen.getByRole('button', { name: 'Open' });
  await userEvent.click(opener);
  expect(screen.getByRole('dialog', { name: 'Tell them' })).toContainElement(
    document.activeElement as HTMLElement,
  );
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  // Given back in a frame of its own.
  await waitFor(() => expect(opener).toHaveFocus());
});

it('says what is missing instead of sending', async () => {
  const onSubmit = jest.fn();
  render(<Opener onSubmit={onSubmit} missing="Give a reason" />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  expect(screen.getByText('Give a reason')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Reason'), 'x{Enter}');
  expect(onSubmit).not.toHaveBeenCalled();
});
