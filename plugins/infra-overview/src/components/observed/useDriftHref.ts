import { useLocation, type To } from 'react-router-dom';

/** The list of differences, with whatever was open beside the page closed. */
export function useDriftHref(): To {
  const { search } = useLocation();
  const parameters = new URLSearchParams(search);
  parameters.delete('element');
  return { search: `?${parameters}`, hash: '#drift' };
}
