import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A page of many sections takes seconds to draw in jsdom where two cores run everything at once. No test waits this long when it passes.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
