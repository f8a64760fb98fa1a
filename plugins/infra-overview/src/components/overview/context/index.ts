export { useView, ViewContext, type PageView } from './ViewContext';
export { ViewProvider } from './ViewProvider';
export { ViewSection, type ViewSectionProps } from './ViewSection';
