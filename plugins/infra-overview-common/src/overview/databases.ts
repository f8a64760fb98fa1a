import type { Addon, Backup, InfraDocument } from '../document';
import { activeItems } from './facts';
import { itemTitle } from './itemTitle';

/** Where the data lies: add-ons of the category database. */
export function databasesOf(document: InfraDocument): readonly Addon[] {
  return activeItems(document.addons).filter(addon => addon.category === 'database');
}

/** Data that changes at run time and cannot be rebuilt. What is kept inside another add-on is judged there. */
export function isVolatile(addon: Addon): boolean {
  if (addon.storedIn !== undefined) return false;
  return addon.volatile ?? ['database', 'storage', 'queue'].includes(addon.category ?? '');
}

export function volatileAddons(document: InfraDocument): readonly Addon[] {
  return activeItems(document.addons).filter(isVolatile);
}

export function backupsOf(document: InfraDocument, addonId: string): readonly Backup[] {
  return activeItems(document.backups).filter(backup => backup.of === addonId);
}

export function addonById(document: InfraDocument, id: string | undefined): Addon | undefined {
  return id === undefined ? undefined : activeItems(document.addons).find(addon => addon.id === id);
}

/** 'Papertrail' for an id of an add-on, else the id. */
export function addonName(document: InfraDocument, id: string): string {
  const addon = addonById(document, id);
  return addon === undefined ? id : itemTitle(addon);
}
