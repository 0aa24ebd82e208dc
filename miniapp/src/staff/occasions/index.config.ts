export default definePageConfig({ navigationBarTitleText: '活动场次' });
