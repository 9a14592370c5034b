-- Documents that are no longer in force, kept by the administrator: marked where a new plan would still rest on them.
create table repeal (
    code        text primary key,
    title       text not null,
    ended_on    date not null,
    replaced_by text,
    source      text not null check (source <> '')
);

insert into repeal (code, title, ended_on, replaced_by, source) values
    ('34/2007/PL-UBTVQH11', 'Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn', '2023-07-01', 'Luật số 10/2022/QH15', 'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Chương VI'),
    ('04/2015/NĐ-CP', 'Nghị định về thực hiện dân chủ trong cơ quan hành chính nhà nước và đơn vị sự nghiệp công lập', '2023-08-14', 'Nghị định số 59/2023/NĐ-CP', 'Nghị định số 59/2023/NĐ-CP, điều khoản thi hành'),
    ('159/2016/NĐ-CP', 'Nghị định về tổ chức và hoạt động của Ban Thanh tra nhân dân', '2023-08-14', 'Nghị định số 59/2023/NĐ-CP', 'Nghị định số 59/2023/NĐ-CP, điều khoản thi hành'),
    ('149/2018/NĐ-CP', 'Nghị định về thực hiện quy chế dân chủ ở cơ sở tại nơi làm việc', '2021-02-01', 'Nghị định số 145/2020/NĐ-CP', 'Nghị định số 145/2020/NĐ-CP, điều khoản thi hành'),
    ('110/2004/NĐ-CP', 'Nghị định về công tác văn thư', '2020-03-05', 'Nghị định số 30/2020/NĐ-CP', 'Nghị định số 30/2020/NĐ-CP, điều khoản thi hành'),
    ('77/2015/QH13', 'Luật Tổ chức chính quyền địa phương', '2025-03-01', 'Luật số 65/2025/QH15', 'Luật Tổ chức chính quyền địa phương số 65/2025/QH15, điều khoản thi hành'),
    ('Luật Tổ chức chính quyền địa phương ngày 19/6/2015', 'Luật Tổ chức chính quyền địa phương, trích dẫn không ghi số', '2025-03-01', 'Luật số 65/2025/QH15', 'Luật Tổ chức chính quyền địa phương số 65/2025/QH15, điều khoản thi hành'),
    ('65/2025/QH15', 'Luật Tổ chức chính quyền địa phương', '2025-06-16', 'Luật số 72/2025/QH15', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15, điều khoản thi hành');
