import {
	ArcElement,
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	DoughnutController,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartConfiguration,
} from 'chart.js';
import type { Unit } from '../../../domain/returns/figures/catalogue.ts';
import type { Language } from '../../../domain/language/text.ts';
import { drawnValue, numberText, type Pivot } from './figure-data.ts';

Chart.register(
	ArcElement,
	BarController,
	BarElement,
	CategoryScale,
	DoughnutController,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
);

export interface Drawing {
	pivot: Pivot;
	unit: Unit;
	language: Language;
	shape: 'bars' | 'line' | 'shares';
	target?: number | null;
	targetText?: string;
}

/** Told apart by those who see colours differently as well (after Okabe and Ito). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#999999', '#b8a900'];

/** Draws a figure on a canvas, in the colours of the theme it stands in. Returns what takes the drawing away. */
export function drawFigure(canvas: HTMLCanvasElement, drawing: Drawing): () => void {
	const chart = new Chart(canvas, configurationOf(drawing, themeColours(canvas)));
	return () => chart.destroy();
}

function configurationOf(
	{ pivot, unit, language, shape, target, targetText }: Drawing,
	colour: Theme,
): ChartConfiguration {
	const { places, series } = pivot;
	const text = (value: unknown) => numberText(value === null ? null : Number(value), unit, language);
	const isShares = shape === 'shares';
	const lines = series.map(({ label, points }, index) => ({
		label,
		data: points.map((point) => drawnValue(point, unit)),
		backgroundColor: isShares ? places.map((_, place) => colourAt(place)) : colourAt(index),
		borderColor: isShares ? colour.background : colourAt(index),
		borderWidth: shape === 'bars' ? 0 : 2,
	}));
	const level =
		target === null || target === undefined || isShares
			? []
			: [
					{
						type: 'line' as const,
						label: targetText ?? '',
						data: places.map(() => target),
						borderColor: colour.text,
						borderDash: [6, 4],
						borderWidth: 1,
						pointRadius: 0,
						backgroundColor: 'transparent',
					},
				];
	const isStacked = shape === 'bars' && series.length > 1 && unit !== 'percent' && unit !== 'days';
	return {
		type: isShares ? 'doughnut' : shape === 'line' ? 'line' : 'bar',
		data: { labels: places.map(({ label }) => label), datasets: [...lines, ...level] },
		options: {
			animation: false,
			maintainAspectRatio: false,
			plugins: {
				legend: {
					display: isShares || series.length > 1,
					position: 'bottom',
					labels: { color: colour.text, boxWidth: 12 },
				},
				tooltip: {
					callbacks: {
						label: ({ dataset, label, raw }) => `${isShares ? label : dataset.label}: ${text(raw)}`,
					},
				},
			},
			scales: isShares
				? {}
				: {
						x: { stacked: isStacked, ticks: { color: colour.text, maxRotation: 40 }, grid: { display: false } },
						y: {
							stacked: isStacked,
							beginAtZero: true,
							...(unit === 'percent' ? { max: 100 } : {}),
							ticks: { color: colour.text, callback: text, ...(unit === 'number' ? { precision: 0 } : {}) },
							grid: { color: colour.grid },
						},
					},
		},
	} as ChartConfiguration;
}

const colourAt = (index: number) => COLOURS[index % COLOURS.length] as string;

interface Theme {
	text: string;
	grid: string;
	background: string;
}

function themeColours(element: HTMLElement): Theme {
	const style = getComputedStyle(element);
	const variable = (name: string) => style.getPropertyValue(`--theme--${name}`).trim();
	return {
		text: variable('foreground'),
		grid: variable('border-color-subdued'),
		background: variable('background'),
	};
}
