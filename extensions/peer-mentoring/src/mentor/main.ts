import { createApp } from 'vue';
import App from './app.vue';
import { keepSending } from './device/outbox.ts';
import { base } from './server/address.ts';
import { start } from './server/session.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/page.css';

createApp(App).mount('#app');
keepSending();
void start();

if ('serviceWorker' in navigator) {
	// Once the page is there: the worker loads the same files again to keep them.
	addEventListener('load', () => {
		navigator.serviceWorker
			.register(new URL('service-worker.js', base), { scope: base.pathname })
			.catch(() => undefined);
	});
}
