import { nativeTheme } from 'electron';
import type { FileDialogs } from '../file-dialogs.ts';
import { type SettingsStore, viewSettings } from '../settings.ts';
import type { Handlers } from './dispatch.ts';

/** What a person sets once, for every plan. It holds from the moment that it is set. */
export function settingsHandlers(
  settings: SettingsStore,
  { chooseFolder }: FileDialogs,
): Pick<Handlers, 'changeSettings' | 'chooseFolder'> {
  return {
    changeSettings: (some) => {
      settings.change(some);
      nativeTheme.themeSource = settings.value.theme;
      return viewSettings(settings.value);
    },
    chooseFolder: async () => {
      const folder = await chooseFolder('Where your plans are kept');
      if (folder === null) return null;
      settings.change({ folder });
      return viewSettings(settings.value);
    },
  };
}
