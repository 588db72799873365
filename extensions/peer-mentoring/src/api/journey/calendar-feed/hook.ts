import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import { hideSecrets } from '../../shared/hide-secrets.ts';

export default defineHook(({ init }) => {
	init('middlewares.before', ({ app }) => (app as Application).use(hideSecrets('calendar-feed', () => true)));
});
