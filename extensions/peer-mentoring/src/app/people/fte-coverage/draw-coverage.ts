import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import type { ChartDataset, TooltipItem } from 'chart.js';
import { dayNumber, dayOfNumber, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { dayText, shortMonthText } from '../../shared/date-names.ts';
import { monthTicks, steps, type CoverageChart, type Point } from './coverage.ts';
import type { TEXTS } from './texts.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);
Chart.defaults.font.family = 'Inter, system-ui';

export interface Drawing {
	chart: CoverageChart;
	from: CalendarDay;
	to: CalendarDay;
	language: Language;
	texts: (typeof TEXTS)['en-GB'];
}

/** Draws one CPA on a canvas, in the colours of the theme it stands in. Returns what takes the drawing away. */
export function drawCoverage(canvas: HTMLCanvasElement, { chart, from, to, language, texts }: Drawing): () => void {
	const colour = themeColours(canvas);
	const start = dayNumber(from);
	const end = dayNumber(to) + 1;
	const level = (y: number): Point[] => [
		{ x: start, y },
		{ x: end, y },
	];

	const line: Partial<ChartDataset<'line', Point[]>> = { borderWidth: 2, pointRadius: 0, tension: 0 };
	const drawn = new Chart<'line', Point[]>(canvas, {
		type: 'line',
		data: {
			datasets: [
				{
					...line,
					label: texts.in_post,
					data: steps(chart.ranges),
					borderColor: colour.primary,
					fill: { target: { value: chart.minimum }, above: fade(colour.primary, 20), below: fade(colour.danger, 40) },
				},
				{
					...line,
					label: texts.minimum,
					data: level(chart.minimum),
					borderColor: colour.danger,
					borderDash: [6, 4],
				},
				{
					...line,
					label: texts.maximum,
					data: level(chart.maximum),
					borderColor: colour.subdued,
					borderDash: [2, 3],
				},
			],
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			interaction: { mode: 'nearest', axis: 'x', intersect: false },
			plugins: {
				// One legend stands over all charts of the panel.
				legend: { display: false },
				tooltip: {
					displayColors: false,
					filter: ({ datasetIndex }) => datasetIndex === 0,
					callbacks: {
						title: ([item]) => (item ? dayText(shownDay(item), language) : ''),
						label: ({ parsed }) =>
							`${texts.in_post}: ${parsed.y} (${texts.minimum} ${chart.minimum}, ${texts.maximum} ${chart.maximum})`,
					},
				},
			},
			scales: {
				x: {
					type: 'linear',
					min: start,
					max: end,
					afterBuildTicks: (axis) => {
						const most = Math.max(2, Math.floor(axis.width / 70));
						axis.ticks = monthTicks(from, to, most).map((day) => ({ value: dayNumber(day) }));
					},
					ticks: {
						color: colour.text,
						maxRotation: 0,
						callback: (value) => shortMonthText(dayOfNumber(Number(value)), language),
					},
					grid: { color: colour.grid },
				},
				y: {
					beginAtZero: true,
					suggestedMax: chart.maximum + 1,
					ticks: { color: colour.text, precision: 0 },
					grid: { color: colour.grid },
				},
			},
		},
	});
	return () => drawn.destroy();
}

/** Every second point stands at the end of its last day, where the next day begins. */
function shownDay({ parsed, dataIndex }: TooltipItem<'line'>): CalendarDay {
	return dayOfNumber(Number(parsed.x) - (dataIndex % 2));
}

function themeColours(element: HTMLElement) {
	const style = getComputedStyle(element);
	const variable = (name: string) => style.getPropertyValue(`--theme--${name}`).trim();
	return {
		primary: variable('primary'),
		danger: variable('danger'),
		text: variable('foreground'),
		subdued: variable('foreground-subdued'),
		grid: variable('border-color-subdued'),
	};
}

function fade(colour: string, percent: number): string {
	return `color-mix(in srgb, ${colour} ${percent}%, transparent)`;
}
