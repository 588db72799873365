import { dateNames } from '../../../domain/language/date-names.ts';
import { languageOf } from '../../shared/language.ts';

type Formatted = Date | number | undefined;

const { months, shortMonths, weekdays, shortWeekdays } = dateNames['cy-GB'];
const ENGLISH_WEEKDAYS = dateNames['en-GB'].shortWeekdays;
const Native = Intl.DateTimeFormat;

/** Chromium comes without Welsh dates: `Intl.DateTimeFormat('cy')` speaks English there. Elsewhere nothing changes. */
export function teachWelshDates(): void {
	if (Native.supportedLocalesOf('cy').length > 0) return;
	Intl.DateTimeFormat = new Proxy(Native, {
		construct: (_target, [locales, options]) => formatter(locales, options),
		apply: (_target, _this, [locales, options]) => formatter(locales, options),
	});
}

function formatter(locales?: string | string[], options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
	const locale = String(Array.isArray(locales) ? locales[0] : locales);
	return languageOf(locale) === 'cy-GB' ? welshFormatter(options) : new Native(locales, options);
}

/** An English formatter whose months and weekdays are put into Welsh. */
function welshFormatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const english = new Native('en-GB', options);
	const numbers = new Native('en-GB', { timeZone: options.timeZone, month: 'numeric' });
	const weekdayNames = new Native('en-GB', { timeZone: options.timeZone, weekday: 'short' });
	const formatToParts = (date?: Formatted) =>
		Native.prototype.formatToParts.call(english, date).map((part) => {
			if (/^\d/.test(part.value)) return part;
			if (part.type === 'month') {
				const index = Number(numbers.format(date)) - 1;
				return { ...part, value: named(months, shortMonths, index, monthWidth(options)) };
			}
			if (part.type === 'weekday') {
				const index = ENGLISH_WEEKDAYS.indexOf(weekdayNames.format(date));
				return { ...part, value: named(weekdays, shortWeekdays, index, options.weekday) };
			}
			return part;
		});
	return Object.defineProperties(english, {
		formatToParts: { value: formatToParts },
		format: {
			value: (date?: Formatted) =>
				formatToParts(date)
					.map((part) => part.value)
					.join(''),
		},
	});
}

function monthWidth({ month, dateStyle }: Intl.DateTimeFormatOptions): string | undefined {
	return month ?? (dateStyle === 'medium' ? 'short' : 'long');
}

function named(long: readonly string[], short: readonly string[], index: number, width = 'long'): string {
	const name = (width === 'long' ? long : short)[index] ?? '';
	return width === 'narrow' ? name.slice(0, 1) : name;
}
