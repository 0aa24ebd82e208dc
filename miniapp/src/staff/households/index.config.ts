export default definePageConfig({ navigationBarTitleText: '找一户' });
