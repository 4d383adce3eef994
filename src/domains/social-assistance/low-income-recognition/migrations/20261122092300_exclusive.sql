-- 低保、低收入（边缘）、支出型（刚性支出）三者互斥: a person holds one of them at a time (2021 第八条; 刚性支出困难家庭认定办法: 非低保、特困、边缘).
call declare_standing('subsistence-allowance', 'minimum-living');
call declare_standing('low-income-family', 'minimum-living');
call declare_standing('expenditure-poor-family', 'minimum-living');
