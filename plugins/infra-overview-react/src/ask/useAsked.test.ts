import { act, renderHook, waitFor } from '@testing-library/react';
import { useAsked } from './useAsked';

const again = (asked: ReturnType<typeof useAsked<string>>) => {
  if (asked.state !== 'loading') asked.again();
};

it('asks once for a key, and once more for each time it is told to', async () => {
  const ask = jest.fn<Promise<string>, []>().mockResolvedValueOnce('one').mockResolvedValue('two');
  const { result } = renderHook(() => useAsked('a', ask));
  expect(result.current.state).toBe('loading');
  await waitFor(() => expect(result.current).toMatchObject({ state: 'answered', answer: 'one' }));
  act(() => again(result.current));
  await waitFor(() => expect(result.current).toMatchObject({ answer: 'two' }));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('keeps the last answer, with the failure, when asking again fails', async () => {
  const ask = jest
    .fn<Promise<string>, []>()
    .mockResolvedValueOnce('one')
    .mockRejectedValue(new Error('away'));
  const { result } = renderHook(() => useAsked('a', ask));
  await waitFor(() => expect(result.current.state).toBe('answered'));
  act(() => again(result.current));
  await waitFor(() =>
    expect(result.current).toMatchObject({ answer: 'one', failure: new Error('away') }),
  );
});

it('never shows the answer to another question', async () => {
  const ask = jest
    .fn<Promise<string>, []>()
    .mockResolvedValueOnce('of a')
    .mockReturnValue(new Promise(() => {}));
  const { result, rerender } = renderHook(({ key }) => useAsked(key, ask), {
    initialProps: { key: 'a' },
  });
  await waitFor(() => expect(result.current.state).toBe('answered'));
  rerender({ key: 'b' });
  expect(result.current).toEqual({ state: 'loading' });
});
