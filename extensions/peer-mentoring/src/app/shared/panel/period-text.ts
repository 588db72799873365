import { firstDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { shortMonthText } from '../date-names.ts';
import { useLanguage, useTexts } from '../language.ts';
import { TEXTS } from './texts.ts';

/** Names the months that a panel covers, first to last, in the viewer's language. */
export function usePeriodText(): (months: readonly CalendarMonth[]) => string {
	const language = useLanguage();
	const texts = useTexts(TEXTS);
	return (months) => {
		const [from = '', to = ''] = [months[0], months.at(-1)].map(
			(month) => month && shortMonthText(firstDay(month), language.value),
		);
		return texts.value.months(from, to);
	};
}
