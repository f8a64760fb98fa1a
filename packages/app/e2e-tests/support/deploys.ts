import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { open, type Theme } from './portal';

const COMMAND = join(__dirname, '../../../../plugins/deploy-windows-cli/bin/deploy-windows.js');
const URL = 'http://localhost:7017/api/deploy-windows';
const TOKEN = 'for-the-browser-tests-alone';

/** Opens the tab "Deploys" of a system and waits for its verdict. */
export async function openDeploys(
  page: Page,
  name: string,
  environment: string,
  theme: Theme = 'light',
) {
  await open(
    page,
    `/catalog/default/system/${name}/deploy-windows?environment=${environment}`,
    theme,
  );
  await expect(page.getByRole('heading', { name: environment, exact: true, level: 3 })).toBeVisible(
    { timeout: 60_000 },
  );
}

/** The verdict on the tab. */
export const verdict = (page: Page) => page.getByRole('region', { name: 'May I deploy?' });

export interface CommandAnswer {
  readonly code: number;
  readonly output: string;
}

/** Runs the command as a pipeline would. */
export async function deployWindows(...words: readonly string[]): Promise<CommandAnswer> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, DEPLOY_WINDOWS_URL: URL, DEPLOY_WINDOWS_TOKEN: TOKEN },
  });
  const output: string[] = [];
  child.stdout.on('data', chunk => output.push(String(chunk)));
  child.stderr.on('data', chunk => output.push(String(chunk)));
  const code = await new Promise<number>(resolve =>
    child.on('exit', status => resolve(status ?? -1)),
  );
  return { code, output: output.join('') };
}
